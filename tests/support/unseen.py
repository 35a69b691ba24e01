"""What cannot be seen of a page where the reader imposes the colours."""

from typing import Final

from playwright.sync_api import Page

_UNSEEN: Final = """() => {
  const paint = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const light = colour => {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = 'transparent';
    paint.fillStyle = colour;
    paint.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = [...paint.getImageData(0, 0, 1, 1).data]
      .map(each => each / 255)
      .map(each => each <= .04045 ? each / 12.92 : ((each + .055) / 1.055) ** 2.4);
    return alpha ? .2126 * red + .7152 * green + .0722 * blue : ground;
  };
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = 'Canvas';
  const ground = light(getComputedStyle(probe).color);
  probe.remove();
  const stands = (colour, least) => {
    const [low, high] = [light(colour), ground].sort((one, other) => one - other);
    return (high + .05) / (low + .05) >= least;
  };
  const all = selector => [...document.querySelectorAll(selector)]
    .filter(each => each.checkVisibility())
    .map(each => [each, getComputedStyle(each)]);
  const is_edged = style => parseFloat(style.borderLeftWidth) && stands(style.borderLeftColor, 3);
  const ours = each => [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  const words = (rule, found) => found.map(([each]) =>
    `${rule}: ${each.outerHTML.slice(0, 70)}`);
  const seen = style => parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none'
    && stands(style.outlineColor, 3);
  const stops = all('a[href], button, input, select, textarea, summary').filter(([each]) => {
    each.focus();
    return each.type !== 'date' && !seen(getComputedStyle(each));
  });
  return [
    ...words('no ring', stops),
    ...words('faint words', all('body *').filter(([each, style]) => ours(each)
      && !stands(each.ownerSVGElement ? style.fill : style.color, 4.5))),
    ...words('no edge', all('.state, main :is(button, [role=button], select, textarea, .code)')
      .filter(([, style]) => !is_edged(style))),
    ...words('no words', all('.state').filter(([each]) => !each.innerText.trim())),
    ...words('not marked', all('[aria-current]').filter(([each, style]) =>
      style.fontWeight < 600 && !each.querySelector('b, strong'))),
    ...words('faint', all('.bar, .mark').filter(([, style]) => !stands(style.fill, 3))),
    ...words('faint', all('.bar-line, .hatch, .mean').filter(([, style]) =>
      !stands(style.stroke, 3))),
  ];
}"""
"""Each is compared with the ground that the reader chose, the ring of what has the focus too."""


def unseen(page: Page) -> list[str]:
    """Return what lacks contrast, an edge or a ring, and where."""
    page.keyboard.press("Tab")  # from now on, what has the focus is ringed
    found: list[str] = page.evaluate(_UNSEEN)
    return found
