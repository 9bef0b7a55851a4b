// Tables that can be sorted and searched. All their rows are in the page; the script shows, hides and moves them.
const WORTH_SEARCHING = 6;

function explorable(table) {
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const few = rows.filter(row => !row.hidden).length;
  const left = table.parentElement.nextElementSibling;
  const isTold = left && left.dataset.left === String(rows.length - few);
  let query = '';
  let isWhole = false;

  function show() {
    let shown = 0;
    for (const row of body.rows) {
      const isFound = row.textContent.toLowerCase().includes(query);
      row.hidden = !isFound || !(query || isWhole || shown < few);
      shown += isFound ? 1 : 0;
    }
    told.textContent = query ? count(shown) + ' of ' + count(rows.length, 'row') : '';
    if (isTold) {
      left.hidden = true;
    }
  }

  const tools = element('div', 'tools');
  const told = element('span', 'faint');
  told.setAttribute('role', 'status');
  if (rows.length >= WORTH_SEARCHING) {
    tools.append(searchField('Search ' + count(rows.length) + ' rows', text => {
      query = text;
      show();
    }));
  }
  if (few < rows.length) {
    const more = button('Show all ' + count(rows.length), '', () => {
      isWhole = !isWhole;
      more.textContent = isWhole ? 'Show the first ' + count(few) : 'Show all ' + count(rows.length);
      show();
    });
    tools.append(more);
  }
  if (tools.childElementCount > 0) {
    tools.append(told);
    table.parentElement.before(tools);
  }
  if (rows.length > 1) {
    Array.from(table.tHead.rows[0].cells).forEach((head, column) => sortable(head, column, body, rows, show));
  }
  show();
}

function sortable(head, column, body, rows, show) {
  const isNumber = rows.every(row => row.cells[column].dataset.v !== undefined || !row.cells[column].textContent);
  if (!isNumber && rows.some(row => row.cells[column].querySelector('.spark'))) {
    return;
  }
  const key = row => isNumber ? Number(row.cells[column].dataset.v || -1) : row.cells[column].textContent;
  const sort = element('button', 'sort', head.textContent);
  sort.type = 'button';
  sort.addEventListener('click', () => {
    const isUpward = head.getAttribute('aria-sort') ? head.getAttribute('aria-sort') === 'descending' : !isNumber;
    const order = isUpward ? d3.ascending : d3.descending;
    for (const other of head.parentElement.cells) {
      other.removeAttribute('aria-sort');
    }
    head.setAttribute('aria-sort', isUpward ? 'ascending' : 'descending');
    body.append(...rows.slice().sort((one, other) => order(key(one), key(other))));
    show();
  });
  head.replaceChildren(sort);
}
