import { useEffect, useRef, useState } from 'react';

/** The value, but never oftener than every `ms`: what is read out aloud must not stumble over itself. */
export function useSlowly<Value>(value: Value, ms: number): Value {
  const [slow, setSlow] = useState(value);
  const newest = useRef(value);
  useEffect(() => {
    newest.current = value;
  }, [value]);
  useEffect(() => {
    const timer = setInterval(() => setSlow(newest.current), ms);
    return () => clearInterval(timer);
  }, [ms]);
  return slow;
}
