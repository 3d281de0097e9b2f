export { makeRunFolder as default } from './folder.mjs';
