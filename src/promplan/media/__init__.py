"""The planning maths: numbers in, numbers out. Knows no plan and no screen, reads no clock."""
