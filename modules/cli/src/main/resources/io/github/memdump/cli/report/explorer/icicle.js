// Boxes in rows: each below the one that keeps it, as wide as what it retains.
const ROW = 27;
const MOST_ROWS = 14;
const NARROWEST = 2;
const WRITABLE = 30;

class Icicle {
  constructor(section, root) {
    this.root = root;
    this.focus = root;
    this.found = null;
    this.at = root;
    this.nodes = new Map(root.descendants().map(node => [node.data.place, node]));
    this.path = element('p', 'path');
    this.boxes = element('div', 'boxes');
    this.boxes.setAttribute('role', 'tree');
    this.boxes.setAttribute('aria-label', 'What retains what');
    this.told = element('p', 'told');
    this.told.setAttribute('role', 'status');
    section.append(this.path, this.boxes, this.told);
    // On the way to what is said, the pointer crosses other boxes.
    this.boxes.addEventListener('mouseleave', () => this.tell(this.focus));
    this.boxes.addEventListener('keydown', event => this.pressed(event));
    new ResizeObserver(() => this.draw()).observe(this.boxes);
  }

  colour(colouring) {
    this.colouring = colouring;
    this.draw();
  }

  // Makes boxes as wide as another figure.
  measure(figure) {
    laidOut(this.root, figure);
    this.draw();
  }

  // Marks what was searched for, null for nothing.
  mark(found) {
    this.found = found;
    this.draw();
  }

  zoomTo(place) {
    const node = this.nodes.get(place);
    if (node) {
      this.zoom(node);
    }
  }

  zoom(node, isByKey) {
    this.focus = node;
    this.at = node;
    address(node === this.root ? 'retained' : 'retained-' + node.data.place);
    this.draw();
    this.tell(node);
    if (isByKey) {
      this.elementOf(node).focus({preventScroll: true});
    }
  }

  // Returns what is wide enough to be seen, the focus in the first row.
  visible(scale) {
    const seen = [];
    const waiting = [this.focus];
    while (waiting.length > 0) {
      const node = waiting.pop();
      seen.push(node);
      if (node.depth - this.focus.depth < MOST_ROWS - 1) {
        (node.children || []).filter(child => scale(child.x1) - scale(child.x0) >= NARROWEST)
          .forEach(child => waiting.push(child));
      }
    }
    return seen.sort((one, other) => one.depth - other.depth || one.x0 - other.x0
      || one.data.place - other.data.place);
  }

  draw() {
    const width = this.boxes.clientWidth;
    if (width === 0 || !this.colouring) {
      return;
    }
    const scale = d3.scaleLinear().domain([this.focus.x0, this.focus.x1]).range([0, width]);
    const seen = this.visible(scale);
    this.seen = seen;
    const depth = this.focus.depth;
    const wide = node => this.focus.value === 0 ? width : scale(node.x1) - scale(node.x0);
    d3.select(this.boxes).style('height', (d3.max(seen, node => node.depth) - depth + 1) * ROW + 'px')
      .selectAll('div').data(seen, node => node.data.place).join(enter => this.enter(enter)).order()
      .attr('class', node => 'box ' + this.colouring.of(node) + this.state(node))
      .attr('aria-level', node => node.depth - depth + 1)
      .attr('tabindex', node => node === this.at ? 0 : -1)
      .style('left', node => (this.focus.value === 0 ? 0 : scale(node.x0)) + 'px')
      .style('top', node => (node.depth - depth) * ROW + 'px')
      .style('width', node => Math.max(1, wide(node) - 1) + 'px')
      .text(node => wide(node) >= WRITABLE ? node.data.name : '');
    this.drawPath();
  }

  enter(enter) {
    return enter.append('div').attr('role', 'treeitem').attr('data-place', node => node.data.place)
      .attr('aria-label', node => node.data.name + ', ' + bytes(node.data.size))
      .attr('title', node => node.data.name + '\n' + this.sentence(node))
      .on('click', (event, node) => this.zoom(node === this.focus && node.parent ? node.parent : node))
      .on('mouseenter focus', (event, node) => this.tell(node));
  }

  state(node) {
    const isDeeper = node.children && node.depth - this.focus.depth === MOST_ROWS - 1;
    return (this.found ? this.found.has(node) ? ' found' : ' aside' : '') + (isDeeper ? ' deeper' : '');
  }

  drawPath() {
    const above = this.focus.ancestors().reverse();
    this.path.replaceChildren();
    above.forEach((node, i) => {
      if (i > 0) {
        this.path.append(element('i', '', ' → '));
      }
      if (node.data.via) {
        this.path.append(element('span', 'via', node.data.via), ' ');
      }
      if (node === this.focus) {
        this.path.append(element('b', '', node.data.name));
      } else {
        this.path.append(button(node.data.name, '', () => this.zoom(node)));
      }
    });
  }

  sentence(node) {
    const data = node.data;
    const parts = [bytes(data.size) + ' (' + share(data.size, this.root.data.size) + ') in '
      + count(data.retained, 'object')];
    if (data.fresh > 0) {
      parts.push(share(data.fresh, data.size) + ' of the bytes new');
    }
    if (data.site) {
      parts.push('allocated at ' + data.site);
    }
    return parts.concat(data.object || []).join(' · ');
  }

  tell(node) {
    this.told.replaceChildren(element('b', '', node.data.name), element('span', '', ' ' + this.sentence(node)));
    if (node.data.link) {
      const link = element('a', '', 'Open in your editor');
      link.href = node.data.link;
      this.told.append(' · ', link);
    }
  }

  elementOf(node) {
    return this.boxes.querySelector('[data-place="' + node.data.place + '"]');
  }

  pressed(event) {
    const node = d3.select(event.target).datum();
    const beside = this.seen.filter(other => other.depth === node.depth);
    const moves = {
      ArrowDown: () => this.seen.find(other => other.parent === node),
      ArrowUp: () => node === this.focus ? null : node.parent,
      ArrowRight: () => beside[beside.indexOf(node) + 1],
      ArrowLeft: () => beside[beside.indexOf(node) - 1]
    };
    if (event.key === 'Enter' || event.key === ' ') {
      this.zoom(node, true);
    } else if (event.key === 'Escape' || event.key === 'Backspace') {
      this.zoom(this.focus.parent || this.root, true);
    } else if (moves[event.key]) {
      this.move(moves[event.key]());
    } else {
      return;
    }
    event.preventDefault();
  }

  move(node) {
    if (node) {
      this.elementOf(this.at).tabIndex = -1;
      this.at = node;
      this.elementOf(node).tabIndex = 0;
      this.elementOf(node).focus({preventScroll: true});
    }
  }
}
