/** Stands for what a mask shows where its shape is not documented. */
export const placeholder = '█';
