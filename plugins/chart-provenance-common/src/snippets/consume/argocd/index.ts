export * from './argocdApplicationSet';
export * from './argocdHelm';
export * from './argocdMultiSource';
export * from './argocdOci';
export * from './argocdRepositorySecret';
