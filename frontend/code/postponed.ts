type Method = (...values: unknown[]) => unknown;

/** Lets calls of an object's methods wait until it is ready; then they are made, in their order. */
export function postponed<T extends object>(target: T, methods: readonly (keyof T & string)[], ready: Promise<unknown>): void {
  const waiting: (() => void)[] = [];
  const own = target as Record<string, Method>;
  for (const name of methods) own[name] = (...values) => void waiting.push(() => own[name]!(...values));
  void ready.then(() => {
    for (const name of methods) delete own[name];
    waiting.forEach((call) => call());
  });
}
