export * from './fluxHelmRepository';
export * from './fluxOciRepository';
