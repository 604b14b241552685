export * from './AdoptPart';
