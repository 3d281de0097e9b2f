/** pdf.js asks for a native package to draw with when it is loaded. Pages are only read here, so that empty classes do, and nothing native is delivered. */
const NATIVE = 'require("@napi-rs/canvas")';
const NOTHING_DRAWN = '{ DOMMatrix: class {}, ImageData: class {}, Path2D: class {} }';

module.exports = function withoutCanvas(source) {
  if (!source.includes(NATIVE)) throw new Error(`pdf.js no longer says ${NATIVE}; look at how it draws now`);
  return source.replace(NATIVE, NOTHING_DRAWN);
};
