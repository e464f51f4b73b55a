// What is seen, by the pixels of screenshots.
import type { Page } from '@playwright/test';

const read = async (images: string[]) => {
  const pixels: Uint8ClampedArray[] = [];
  for (const image of images) {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(image), (one) => one.charCodeAt(0))]));
    const surface = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    surface.drawImage(bitmap, 0, 0);
    pixels.push(surface.getImageData(0, 0, bitmap.width, bitmap.height).data);
  }
  const [one, other] = pixels;
  if (one.length !== other.length) return 1;
  let different = 0;
  for (let at = 0; at < one.length; at += 4) {
    const distance = [0, 1, 2].map((channel) => Math.abs(one[at + channel] - other[at + channel]));
    if (Math.max(...distance) > 40) different++;
  }
  return different / (one.length / 4);
};

/** The share of pixels that clearly differ, 1 when the sizes do. `reader` is any page, to count in. */
export const differing = (reader: Page, one: Buffer, other: Buffer): Promise<number> =>
  reader.evaluate(read, [one.toString('base64'), other.toString('base64')]);

const edges = async (image: string) => {
  const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(image), (one) => one.charCodeAt(0))]));
  const surface = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  surface.drawImage(bitmap, 0, 0);
  const { data } = surface.getImageData(0, 0, bitmap.width, bitmap.height);
  let steps = 0;
  for (let at = 4; at < data.length; at += 4) steps += Math.abs(data[at] - data[at - 4]) ** 2;
  return steps / (data.length / 4);
};

/** How steep the edges in a screenshot are: blurred text has the same edges, but flat ones. */
export const sharpness = (reader: Page, image: Buffer): Promise<number> =>
  reader.evaluate(edges, image.toString('base64'));
