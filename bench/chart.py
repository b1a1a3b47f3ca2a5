"""A bar chart as a self-contained SVG: for each workload, how long each program took, as a multiple of ours."""

from xml.sax.saxutils import escape

COLOURS = {"ours": "#2563eb", "Python": "#f59e0b", "Go": "#10b981", "Rust": "#b45309", "croc": "#8b5cf6"}
LEFT, BAR, GAP, WIDTH, FULL = 250, 13, 16, 760, 420


def svg(groups):
    """groups: list of (workload, list of (name, seconds, multiple of ours))."""
    longest = max(multiple for _, bars in groups for _, _, multiple in bars)
    parts, y = [], 30
    for workload, bars in groups:
        parts.append('<text x="%d" y="%d" text-anchor="end">%s</text>' % (LEFT - 60, y + BAR, escape(workload)))
        for name, seconds, multiple in bars:
            length = max(1, FULL * multiple / longest)
            parts.append('<text x="%d" y="%d" text-anchor="end" class="who">%s</text>' % (LEFT - 6, y + BAR - 3, name))
            parts.append(
                '<rect x="%d" y="%d" width="%.1f" height="%d" fill="%s"/>'
                % (LEFT, y, length, BAR - 2, COLOURS.get(name, "#64748b"))
            )
            parts.append(
                '<text x="%.1f" y="%d" class="who">%.2f s, × %.2f</text>' % (LEFT + length + 5, y + BAR - 3, seconds, multiple)
            )
            y += BAR
        y += GAP
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12" fill="#334155">'
        "<style>.who{font-size:10px}</style>"
        '<rect width="100%%" height="100%%" fill="#fff"/>'
        '<text x="10" y="16" font-weight="bold">Seconds, and as a multiple of ours: shorter is better</text>'
    ) % (WIDTH, y)
    return head + "".join(parts) + "</svg>\n"
