// By what areas are coloured. A style sheet says which colours these are.
const HUES = 9;
const NONE = 'hue-none';

function byFreshness() {
  const step = node => node.data.size === 0 ? 0 : Math.ceil(4 * node.data.fresh / node.data.size - 1e-9);
  return {
    of: node => node.data.isRest && node.data.fresh === 0 ? NONE : 'fresh-' + step(node),
    legend: [['fresh-0', 'old', ''], ['fresh-2', 'half of the bytes are new', ''], ['fresh-4', 'new', '']]
  };
}

// The keys under which most bytes are get a colour each.
function byKey(root, keyOf, missing) {
  const sizes = new Map();
  root.each(node => {
    const key = keyOf(node.data);
    if (key) {
      sizes.set(key, (sizes.get(key) || 0) + ownSize(node));
    }
  });
  const largest = Array.from(sizes.keys()).sort((one, other) => sizes.get(other) - sizes.get(one)).slice(0, HUES);
  const hues = new Map(largest.map((key, i) => [key, 'hue-' + i]));
  const legend = largest.map(key => [hues.get(key), key, key]);
  legend.push([NONE, missing, '']);
  return {of: node => hues.get(keyOf(node.data)) || NONE, legend: legend};
}

function colourings(root, isCompared) {
  const kinds = [
    ['class', () => byKey(root, data => data.className, 'other classes')],
    ['gem or folder', () => byKey(root, data => data.gem, 'others')],
    ['line that allocated it', () => byKey(root, data => data.site, 'other lines, or not traced')]
  ];
  return isCompared ? [['new and old', byFreshness]].concat(kinds) : kinds;
}
