/** Makes the browser able to tell what is in view, which jsdom is not: nothing is, until `comeNear()`. */
export function watchIntersections(): { comeNear(): void; stop(): void } {
  const observers = new Set<FakeObserver>();

  class FakeObserver implements IntersectionObserver {
    readonly root = null;
    readonly rootMargin = '';
    readonly scrollMargin = '';
    readonly thresholds = [];
    readonly targets = new Set<Element>();

    constructor(readonly callback: IntersectionObserverCallback) {
      observers.add(this);
    }

    observe(target: Element): void {
      this.targets.add(target);
    }

    unobserve(target: Element): void {
      this.targets.delete(target);
    }

    disconnect(): void {
      observers.delete(this);
    }

    takeRecords(): IntersectionObserverEntry[] {
      return [];
    }
  }

  Object.defineProperty(globalThis, 'IntersectionObserver', {
    value: FakeObserver,
    configurable: true,
  });
  return {
    comeNear: () =>
      [...observers].forEach(observer =>
        observer.callback([...observer.targets].map(inView), observer),
      ),
    stop: () => Reflect.deleteProperty(globalThis, 'IntersectionObserver'),
  };
}

function inView(target: Element): IntersectionObserverEntry {
  const rect = target.getBoundingClientRect();
  return {
    target,
    isIntersecting: true,
    intersectionRatio: 1,
    intersectionRect: rect,
    boundingClientRect: rect,
    rootBounds: null,
    time: 0,
  };
}
