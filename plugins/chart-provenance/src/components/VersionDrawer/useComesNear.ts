import { RefObject, useEffect, useState } from 'react';

/** So early that what is loaded is there when it comes into view. */
const MARGIN = '200px';

/**
 * Was the element ever in view, or nearly, or asked for by `wanted`? Stays true. In a browser that cannot tell, true at once.
 *
 * @internal
 */
export function useComesNear(
  ref: RefObject<HTMLElement>,
  wanted: boolean,
): boolean {
  const [near, setNear] = useState(
    wanted || typeof IntersectionObserver === 'undefined',
  );
  useEffect(() => {
    if (wanted) {
      setNear(true);
    }
  }, [wanted]);
  useEffect(() => {
    const element = ref.current;
    if (near || !element) {
      return undefined;
    }
    const observer = new IntersectionObserver(
      entries => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) {
          setNear(true);
        }
      },
      { rootMargin: MARGIN },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, near]);
  return near;
}
