// The areas as a tree, laid out from 0 to 1 by what each retains. A place is a number in the lists of the data.
function treeOf(data) {
  const areas = data.areas;
  const text = number => data.texts[number];
  const all = {place: -1, name: 'All that the roots reach', className: '', site: '', gem: '', object: '',
    via: '', link: '', objects: 0, retained: 0, size: 0, fresh: 0, isRest: false, children: []};
  const nodes = areas.parent.map((parent, i) => ({
    place: i, name: text(areas.name[i]), className: text(areas.class[i]), site: text(areas.site[i]),
    gem: text(areas.gem[i]), object: text(areas.object[i]), via: text(areas.via[i]),
    link: text(areas.link[i]), objects: areas.objects[i], retained: areas.retained[i],
    size: areas.size[i], fresh: areas.fresh ? areas.fresh[i] : 0, isRest: areas.rest[i] === 1, children: []}));
  nodes.forEach((node, i) => {
    const parent = areas.parent[i] < 0 ? all : nodes[areas.parent[i]];
    parent.children.push(node);
    if (parent === all) {
      all.retained += node.retained;
      all.size += node.size;
      all.fresh += node.fresh;
    }
  });
  return laidOut(d3.hierarchy(all), data => data.size);
}

// Lays out the tree by some figure of its areas, the largest first and rests last.
function laidOut(root, figure) {
  root.each(node => { node.value = figure(node.data); });
  root.sort((one, other) => one.data.isRest - other.data.isRest || other.value - one.value
    || one.data.place - other.data.place);
  return d3.partition()(root);
}

// What an area alone has, which no area in it has.
function ownSize(node) {
  return node.data.size - node.data.children.reduce((sum, child) => sum + child.size, 0);
}
