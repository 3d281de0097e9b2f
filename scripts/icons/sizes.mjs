/** The sizes Office takes for a button, in pixels; 16, 32 and 80 must be there. */
const BUTTON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80];

/** The add-in's own icon is also shown in lists of add-ins. */
const LIST_SIZE = 128;

export const sizesOf = (name) => (name === 'icon' ? [...BUTTON_SIZES, LIST_SIZE] : BUTTON_SIZES);
