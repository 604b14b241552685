export * from './giveElementsSize';
export * from './renderPage';
export * from './stateCases';
