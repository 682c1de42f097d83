/** Lets the page go on: to read an answer, to make sense of it and to show it are long enough each. */
export const pause = () => new Promise<void>((resolve) => void setTimeout(resolve));
