import type { ChildNode, Document, Element } from "./parse-html.ts";
import type { Standing } from "./visible-text.ts";

/** Where a node stands, as its ancestors say. */
export interface Surroundings extends Standing {
  readonly isInHead: boolean;
  /** Text here is seen by nobody: scripts, drawings, fields, what is hidden. */
  readonly isSilent: boolean;
}

export interface Walker {
  /** What is true inside the element. */
  open(element: Element, outside: Surroundings): Surroundings;
  text(value: string, around: Surroundings): void;
  close(element: Element, inside: Surroundings): void;
}

interface Level {
  readonly element: Element | undefined;
  readonly children: readonly ChildNode[];
  readonly inside: Surroundings;
  next: number;
}

/** Visits the tree in source order without recursion: broken pages nest thousands deep. Templates' contents are left out. */
export function walk(document: Document, walker: Walker): void {
  const levels: Level[] = [{ element: undefined, children: document.childNodes, inside: nowhere, next: 0 }];
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const child = level.children[level.next++];
    if (!child) {
      levels.pop();
      if (level.element) walker.close(level.element, level.inside);
    } else if ("value" in child) walker.text(child.value, level.inside);
    else if ("attrs" in child) levels.push(enter(child, walker.open(child, level.inside)));
  }
}

const nowhere: Surroundings = {
  isInHead: false,
  isSilent: false,
  isFurniture: false,
  isLinked: false,
  isMaterial: false,
};

const enter = (element: Element, inside: Surroundings): Level => ({
  element,
  children: element.childNodes,
  inside,
  next: 0,
});
