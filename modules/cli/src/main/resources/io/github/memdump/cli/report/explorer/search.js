// The fields above the boxes: what to look for, and by what to colour.
function icicleTools(section, icicle, isCompared) {
  const tools = element('div', 'tools');
  const told = element('span', 'faint');
  told.setAttribute('role', 'status');
  let found = [];
  let next = 0;

  const field = searchField('Search class, line, gem, address', query => {
    const texts = data => [data.name, data.className, data.site, data.gem, data.object];
    found = query === '' ? [] : icicle.root.descendants()
      .filter(node => texts(node.data).some(text => text.toLowerCase().includes(query)));
    next = 0;
    icicle.mark(query === '' ? null : new Set(found));
    told.textContent = query === '' ? '' : count(found.length, 'box').replace(/boxs$/, 'boxes') + ', '
      + bytes(together(found)) + (found.length > 0 ? ': Enter goes to the next' : '');
  });
  field.addEventListener('keydown', event => {
    if (event.key === 'Enter' && found.length > 0) {
      icicle.zoom(found.sort((one, other) => other.value - one.value)[next++ % found.length]);
    }
  });

  const legend = element('p', 'legend');
  const choices = colourings(icicle.root, isCompared);
  const choice = element('select');
  choice.setAttribute('aria-label', 'Colour by');
  choices.forEach(([name], i) => choice.add(new Option(name, i)));
  const colour = () => {
    const colouring = choices[choice.value][1]();
    icicle.colour(colouring);
    legend.replaceChildren(...colouring.legend.map(([colourClass, name, query]) => {
      const entry = query ? button(name, 'Search ' + name, () => {
        field.value = query;
        field.dispatchEvent(new Event('input'));
      }) : element('span', '', name);
      entry.prepend(element('i', 'swatch ' + colourClass));
      return entry;
    }));
  };
  choice.addEventListener('change', colour);

  const label = element('label', '', 'Colour by ');
  label.append(choice);
  tools.append(field, label);
  if (isCompared) {
    tools.append(measureChoice(icicle));
  }
  tools.append(button('Whole heap', '', () => icicle.zoom(icicle.root)), told);
  section.insertBefore(tools, icicle.path);
  section.insertBefore(legend, icicle.path);
  section.append(element('p', 'faint keys',
    'Keys: / searches, arrows move, Enter looks inside, Escape goes back up.'));
  document.addEventListener('keydown', event => {
    if (event.key === '/' && !/INPUT|SELECT|TEXTAREA/.test(event.target.tagName)) {
      event.preventDefault();
      field.focus();
    }
  });
  colour();
}

function measureChoice(icicle) {
  const choice = element('select');
  choice.add(new Option('bytes retained', 'size'));
  choice.add(new Option('new bytes', 'fresh'));
  choice.addEventListener('change', () => icicle.measure(data => data[choice.value]));
  const label = element('label', '', 'Width ');
  label.append(choice);
  return label;
}

// What several areas retain together: one in another is counted once.
function together(found) {
  const all = new Set(found);
  return found.filter(node => !node.ancestors().slice(1).some(above => all.has(above)))
    .reduce((sum, node) => sum + node.data.size, 0);
}
