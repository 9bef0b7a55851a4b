// Numbers as the rest of the page has them.
const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];

function count(number, noun) {
  const text = String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return noun ? text + ' ' + noun + (number === 1 ? '' : 's') : text;
}

function bytes(number) {
  let value = number;
  let unit = 0;
  // 1023.95 would be printed as 1024.0.
  while (value >= 1023.95 && unit < UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  return (unit === 0 ? value : value.toFixed(1)) + ' ' + UNITS[unit];
}

function share(part, whole) {
  return whole === 0 ? '' : (100 * part / whole).toFixed(1) + ' %';
}

// Returns a new element with text, never markup, in it.
function element(name, className, text) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  if (text) {
    made.textContent = text;
  }
  return made;
}

function button(text, label, pressed) {
  const made = element('button', '', text);
  made.type = 'button';
  if (label) {
    made.setAttribute('aria-label', label);
    made.title = label;
  }
  made.addEventListener('click', pressed);
  return made;
}

function searchField(label, changed) {
  const field = element('input');
  field.type = 'search';
  field.placeholder = label;
  field.setAttribute('aria-label', label);
  field.addEventListener('input', () => changed(field.value.trim().toLowerCase()));
  return field;
}
