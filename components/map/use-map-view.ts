import { type RefObject, useEffect, useRef, useState } from 'react';
import type { MapEvents, MapView } from './map-view';
import type { Scene } from './scene';

/**
 * Mount the map once there is something to show, keep it in step with the scene, and take it down again. Leaflet reads
 * `window` as it loads, so it is fetched here and never on the server.
 * @returns the map, null before it is mounted, and whether its code could not be fetched
 */
export function useMapView(
  container: RefObject<HTMLElement | null>,
  scene: Scene | null,
  events: MapEvents,
): { readonly view: MapView | null; readonly failed: boolean } {
  const [view, setView] = useState<MapView | null>(null);
  const [failed, setFailed] = useState(false);
  const latest = useRef(events);
  latest.current = events;
  const ready = scene !== null;

  useEffect(() => {
    const element = container.current;
    if (!ready) setFailed(false);
    if (!ready || !element) return;
    let mounted: MapView | null = null;
    let gone = false;
    import('./map-view')
      .then(({ mountMap }) => {
        if (gone) return;
        mounted = mountMap(element, {
          onPick: (picked) => latest.current.onPick(picked),
          onHover: (picked, x, y) => latest.current.onHover(picked, x, y),
        });
        setView(mounted);
      })
      .catch((reason: unknown) => {
        console.error(reason);
        setFailed(true);
      });
    return () => {
      gone = true;
      mounted?.destroy();
      setView(null);
    };
  }, [container, ready]);

  useEffect(() => {
    if (view && scene) view.setScene(scene);
  }, [view, scene]);

  const home = scene?.home ?? null;
  const detailed = scene?.counties != null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the bounds change with home and once counties arrive
  useEffect(() => view?.fitHome(), [view, home, detailed]);

  return { view, failed };
}
