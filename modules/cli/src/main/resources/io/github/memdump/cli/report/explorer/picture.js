// The picture, which moves under the pointer and grows.
const CLOSEST = 16;
const STEP = 1.5;

function explorablePicture(figure) {
  const svg = d3.select(figure).select('svg.picture');
  if (svg.empty()) {
    return;
  }
  const frame = figure.querySelector('.frame');
  const all = svg.append('g');
  Array.from(svg.node().childNodes).filter(child => child !== all.node()).forEach(child => all.node().append(child));
  const box = svg.node().viewBox.baseVal;
  // A wheel alone, and one finger as long as all is to be seen, scroll the page.
  const zoom = d3.zoom().scaleExtent([1, CLOSEST]).translateExtent([[0, 0], [box.width, box.height]])
    .filter(event => event.type === 'wheel' ? event.ctrlKey || event.metaKey
      : event.touches ? event.touches.length > 1 || d3.zoomTransform(svg.node()).k > 1 : !event.button)
    .on('zoom', event => all.attr('transform', event.transform));
  svg.call(zoom).on('dblclick.zoom', null);

  const tools = element('div', 'tools');
  const told = element('span', 'faint', 'Drag to move; Ctrl and the wheel, or two fingers, to zoom.');
  told.setAttribute('role', 'status');
  const circles = Array.from(svg.node().querySelectorAll('circle')).filter(circle => circle.firstElementChild);
  let found = [];
  let next = 0;
  if (circles.length > 0) {
    const field = searchField('Search the picture', query => {
      found = query === '' ? [] : circles.filter(circle => circle.textContent.toLowerCase().includes(query));
      next = 0;
      circles.forEach(circle => circle.classList.remove('found'));
      found.forEach(circle => circle.classList.add('found'));
      svg.classed('searched', query !== '');
      told.textContent = query === '' ? '' : count(found.length) + ' of ' + count(circles.length)
        + (found.length > 0 ? ': Enter goes to the next' : '');
    });
    field.addEventListener('keydown', event => {
      if (event.key === 'Enter' && found.length > 0) {
        const circle = found[next++ % found.length];
        svg.call(zoom.scaleTo, 6).call(zoom.translateTo, circle.cx.baseVal.value, circle.cy.baseVal.value);
        told.textContent = circle.textContent.replace(/\n/g, ' · ');
      }
    });
    tools.append(field);
  }
  tools.append(button('+', 'Nearer', () => svg.call(zoom.scaleBy, STEP)),
    button('−', 'Further away', () => svg.call(zoom.scaleBy, 1 / STEP)),
    button('Whole picture', '', () => svg.call(zoom.transform, d3.zoomIdentity)), told);
  frame.before(tools);
  frame.tabIndex = 0;
  frame.addEventListener('keydown', event => {
    const far = 60 / d3.zoomTransform(svg.node()).k;
    const does = {
      '+': () => svg.call(zoom.scaleBy, STEP), '-': () => svg.call(zoom.scaleBy, 1 / STEP),
      0: () => svg.call(zoom.transform, d3.zoomIdentity),
      ArrowLeft: () => svg.call(zoom.translateBy, far, 0), ArrowRight: () => svg.call(zoom.translateBy, -far, 0),
      ArrowUp: () => svg.call(zoom.translateBy, 0, far), ArrowDown: () => svg.call(zoom.translateBy, 0, -far)
    }[event.key];
    if (does && (d3.zoomTransform(svg.node()).k > 1 || !event.key.startsWith('Arrow'))) {
      does();
      event.preventDefault();
    }
  });
}
