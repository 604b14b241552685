/** Stands for what is filled in later and therefore not guessed: a variable, a template, a placeholder. */
export const HOLE = '\uE000';
