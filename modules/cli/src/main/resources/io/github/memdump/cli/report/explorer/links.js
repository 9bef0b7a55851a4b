// Places of the page that an address names: #suspect-2, #retained-17, #picture.
function follow(icicle) {
  const id = decodeURIComponent(location.hash.slice(1));
  const area = /^retained-(\d+)$/.exec(id);
  if (area) {
    icicle.zoomTo(Number(area[1]));
    document.getElementById('retained').scrollIntoView();
    return;
  }
  const target = document.getElementById(id);
  const details = target ? target.querySelector('details') : null;
  if (details) {
    details.open = true;
  }
  if (target) {
    target.scrollIntoView();
  }
}

function address(id) {
  history.replaceState(null, '', '#' + id);
}

// Each suspect gets a link to itself, and one to where it is among the areas.
function linkSuspects(data, icicle) {
  document.querySelectorAll('.suspects > li').forEach((suspect, number) => {
    const links = element('span', 'links');
    const self = element('a', '', 'Link');
    self.href = '#' + suspect.id;
    links.append(self);
    const place = data.suspects[number];
    if (place >= 0) {
      const area = element('a', '', 'Where it is');
      area.href = '#retained-' + place;
      // The address may be this one already.
      area.addEventListener('click', () => icicle.zoomTo(place));
      links.append(area);
    }
    suspect.querySelector('.amount').append(links);
  });
}

// What is closed on the screen is open on paper.
function openForPrint() {
  let closed = [];
  window.addEventListener('beforeprint', () => {
    closed = Array.from(document.querySelectorAll('details:not([open])'));
    closed.forEach(details => { details.open = true; });
  });
  window.addEventListener('afterprint', () => closed.forEach(details => { details.open = false; }));
}
