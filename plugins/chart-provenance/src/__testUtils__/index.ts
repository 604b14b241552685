export * from './giveElementsSize';
export * from './openDrawer';
export * from './renderPage';
export * from './stateCases';
export * from './watchIntersections';
