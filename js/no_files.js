// `#files` outside Node: never called, but bundlers need a module.

export const readFile = () => Promise.reject(new Error("there are no files to read here"));
