"""Forms: pure functions from data to geometry, and what one sees in them said as data. Numbers in, numbers out.

`geometry` is what a form returns: lines, areas, circles and labels in roles, painted by the browser, by matplotlib and
on the printed page alike. `legend` says what radius, angle and colour mean. `colour` needs the standard library alone.
"""
