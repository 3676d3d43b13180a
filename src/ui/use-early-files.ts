"use client";
// A file can be chosen before the page's script has come, and the browser tells nobody of it again.
import { useEffect, useEffectEvent, useRef, type RefObject } from "react";

/** For the file input it is given to: what was chosen there before anybody listened is taken as soon as somebody does. */
export function useEarlyFiles(take: (files: FileList) => void): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null);
  const takeEarly = useEffectEvent(take);
  useEffect(() => {
    const files = input.current?.files;
    if (files && files.length > 0) takeEarly(files);
  }, []);
  return input;
}
