"""What a column of a table shows to the package: the part of pandas' Series and DataFrame that is looked at."""


class Column:
    """A Series: values with their names."""

    ndim = 1

    def __init__(self, values, names=None):
        self.index = list(names) if names is not None else list(range(len(values)))
        self.values = list(values)

    def __len__(self):
        return len(self.values)

    def __iter__(self):
        return iter(self.values)

    def to_dict(self):
        return dict(zip(self.index, self.values, strict=True))

    def map(self, function):
        return Column([function(one) for one in self.values], self.index)


class Table:
    """A DataFrame: columns of equal names of rows."""

    ndim = 2

    def __init__(self, columns, index):
        self.columns, self.index = columns, index

    def to_dict(self):
        return {name: dict(zip(self.index, values, strict=True)) for name, values in self.columns.items()}
