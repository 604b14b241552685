import { RefObject, useEffect, useState } from 'react';
import { DRAWER_PARTS, DrawerPartId, partElementId } from './drawerParts';

/** How far below the navigation a part may begin and still be the one that is read. */
const SLACK_PX = 40;

/**
 * The part of the drawer that is being read: the last one that begins above the lower edge of the navigation. Where the drawer cannot
 * scroll further, the one that is `wanted`, if it begins below.
 *
 * @internal
 */
export function usePresentPart(
  nav: RefObject<HTMLElement>,
  wanted: string | null,
): DrawerPartId {
  const [present, setPresent] = useState<DrawerPartId>('verdict');
  useEffect(() => {
    const scroller = nav.current?.closest('[role=dialog]');
    if (!scroller) {
      return undefined;
    }
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() =>
        setPresent(partAt(nav.current, isAtEnd(scroller) ? wanted : null)),
      );
    };
    look();
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', look);
    };
  }, [nav, wanted]);
  return present;
}

function isAtEnd(scroller: Element): boolean {
  const { scrollTop, clientHeight, scrollHeight } = scroller;
  return scrollTop + clientHeight >= scrollHeight - 1;
}

function partAt(nav: HTMLElement | null, wanted: string | null): DrawerPartId {
  const edge = (nav?.getBoundingClientRect().bottom ?? 0) + SLACK_PX;
  const begun = DRAWER_PARTS.filter(({ id }) => {
    const element = document.getElementById(partElementId(id));
    return element !== null && element.getBoundingClientRect().top <= edge;
  });
  const below = DRAWER_PARTS.slice(begun.length);
  const named = below.find(({ id }) => id === wanted);
  if (named) {
    return named.id;
  }
  return begun[begun.length - 1]?.id ?? 'verdict';
}
