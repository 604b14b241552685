export * from './isDay';
export * from './words';
