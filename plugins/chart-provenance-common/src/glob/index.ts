export * from './compileGlob';
export * from './expandTemplate';
export * from './matchGlob';
