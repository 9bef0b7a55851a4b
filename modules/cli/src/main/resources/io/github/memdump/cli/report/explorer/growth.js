// How classes grew from dump to dump, a line for each that is chosen.
const CHOSEN_AT_FIRST = 5;
const OFFERED = 9;
const CHART = {height: 260, left: 70, right: 14, top: 10, bottom: 30};

function growthChart(section, data) {
  const growth = data.growth;
  const classes = growth.classes.map(row => ({name: data.texts[row.name], counts: row.counts, sizes: row.sizes}))
    .slice(0, OFFERED);
  if (classes.length === 0) {
    return;
  }
  classes.forEach((row, i) => {
    row.hue = 'line-' + i;
    row.isChosen = i < CHOSEN_AT_FIRST;
  });
  let measure = 'counts';
  const tools = element('div', 'tools');
  const choice = element('select');
  choice.setAttribute('aria-label', 'What the chart shows');
  choice.add(new Option('objects', 'counts'));
  choice.add(new Option('bytes', 'sizes'));
  choice.addEventListener('change', () => {
    measure = choice.value;
    draw();
  });
  tools.append(choice);
  classes.forEach(row => {
    const toggle = button(row.name, '', () => {
      row.isChosen = !row.isChosen;
      toggle.setAttribute('aria-pressed', row.isChosen);
      draw();
    });
    toggle.prepend(element('i', 'swatch ' + row.hue));
    toggle.setAttribute('aria-pressed', row.isChosen);
    tools.append(toggle);
  });
  section.append(tools);
  const svg = d3.select(section).append('svg').attr('class', 'growth').attr('role', 'img')
    .attr('aria-label', 'Growth from dump to dump').attr('height', CHART.height);
  new ResizeObserver(() => draw()).observe(section);

  function draw() {
    const width = section.clientWidth;
    if (width === 0) {
      return;
    }
    const shown = classes.filter(row => row.isChosen);
    const told = measure === 'counts' ? count : bytes;
    const x = d3.scaleLinear().domain([0, growth.dumps.length - 1]).range([CHART.left, width - CHART.right]);
    const y = d3.scaleLinear().domain([0, d3.max(shown, row => d3.max(row[measure])) || 1]).nice(4)
      .range([CHART.height - CHART.bottom, CHART.top]);
    svg.attr('width', width).selectAll('*').remove();
    const ticks = svg.selectAll('g').data(y.ticks(4).filter(Number.isInteger)).join('g')
      .attr('transform', tick => 'translate(0,' + y(tick) + ')');
    ticks.append('line').attr('x1', CHART.left).attr('x2', width - CHART.right);
    ticks.append('text').attr('x', CHART.left - 8).attr('dy', '.32em').attr('text-anchor', 'end').text(told);
    const few = Math.ceil(growth.dumps.length / Math.max(2, Math.floor(width / 60)));
    svg.append('g').selectAll('text').data(d3.range(0, growth.dumps.length, few)).join('text')
      .attr('x', x).attr('y', CHART.height - 8).attr('text-anchor', 'middle').text(dump => dump + 1)
      .append('title').text(dump => growth.dumps[dump]);
    const line = d3.line((value, dump) => x(dump), y);
    const lines = svg.append('g').selectAll('g').data(shown).join('g').attr('class', row => row.hue);
    lines.append('path').attr('d', row => line(row[measure]));
    lines.selectAll('circle').data(row => row[measure].map((value, dump) => [value, dump, row.name])).join('circle')
      .attr('cx', point => x(point[1])).attr('cy', point => y(point[0])).attr('r', 4)
      .append('title').text(point => point[2] + '\n' + told(point[0]) + ' in dump ' + (point[1] + 1));
  }
}
