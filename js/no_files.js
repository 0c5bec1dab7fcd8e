// `#files` where there is no disk: it is never called, but bundlers have to find something.

export const readFile = () => Promise.reject(new Error("there are no files to read here"));
