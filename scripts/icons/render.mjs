/** A drawing as a PNG of so many pixels, by the browser at hand. */
export async function renderIcon(page, drawing, size) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  return page.screenshot({ omitBackground: true });
}
