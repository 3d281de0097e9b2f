export function element(className: string, text = ''): HTMLDivElement {
  const made = document.createElement('div');
  made.className = className;
  if (text !== '') made.textContent = text;
  return made;
}
