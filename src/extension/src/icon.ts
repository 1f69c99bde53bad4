/** Lines on a 24 × 24 grid: they say by their shape what colours say too. */
const shapes = {
  block: ['M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18', 'M8 12h8'],
  justify: ['M5 4h14v12h-7l-4 4v-4H5z', 'M9 8.5h6', 'M9 12h4'],
  warn: ['M2.5 12S6 5.5 12 5.5S21.5 12 21.5 12S18 18.5 12 18.5S2.5 12 2.5 12z', 'M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6'],
  allow: ['M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18', 'M8 12.3l2.7 2.7l5.3-5.6'],
  failed: ['M4 9a12 12 0 0 1 16 0', 'M7.5 12.8a7 7 0 0 1 9 0', 'M12 17.5h.01', 'M4 4l16 16'],
  alert: ['M12 4L2.8 20h18.4z', 'M12 10v4', 'M12 17h.01'],
  pause: ['M9 6v12', 'M15 6v12'],
  off: ['M12 3v8', 'M6.5 6.5a8 8 0 1 0 11 0'],
  checking: ['M12 3a9 9 0 1 1-9 9'],
  file: ['M6 3h8l4 4v14H6z', 'M14 3v4h4'],
  close: ['M6 6l12 12', 'M18 6L6 18'],
  arrow: ['M5 12h14', 'M13 6l6 6l-6 6'],
} as const;

export type IconName = keyof typeof shapes;

/** Draws an icon in the colour of the text. It is decoration: the words beside it say the same. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const attributes = { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': '2', 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true', focusable: 'false' };
  for (const [attribute, value] of Object.entries(attributes)) svg.setAttribute(attribute, value);
  svg.classList.add('icon', `icon-${name}`);
  for (const shape of shapes[name]) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', shape);
    svg.append(path);
  }
  return svg;
}
