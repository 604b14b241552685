export interface Config {
  app?: {
    chartProvenance?: {
      /**
       * Page that documents the rules of the reference checker, one heading a rule, e.g. where docs/rules.md is published. Names of rules link
       * there; without it they are plain text.
       *
       * @visibility frontend
       */
      rulesUrl?: string;
    };
  };
}
