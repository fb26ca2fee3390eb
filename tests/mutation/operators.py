"""What is changed in a line: cosmic-ray's operators, one replacement for each sign, and a statement that is dropped."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import parso
from cosmic_ray.ast import ast_nodes
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator
from cosmic_ray.plugins import get_operator
from parso.python.tree import ExprStmt, Keyword
from parso.tree import search_ancestor

NAMES = (
    *(
        f"ReplaceBinaryOperator_{one}"
        for one in ("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "FloorDiv_Mul", "Mod_Add")
    ),
    *(f"ReplaceComparisonOperator_{one}" for one in ("Eq_NotEq", "NotEq_Eq", "Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt")),
    *(f"ReplaceComparisonOperator_{one}" for one in ("Is_IsNot", "IsNot_Is")),
    "ReplaceUnaryOperator_Delete_Not",
    "ReplaceUnaryOperator_USub_UAdd",
    "ReplaceAndWithOr",
    "ReplaceOrWithAnd",
    "ReplaceTrueWithFalse",
    "ReplaceFalseWithTrue",
    "ReplaceContinueWithBreak",
    "ReplaceBreakWithContinue",
    "AddNot",
    "ZeroIterationForLoop",
    "ExceptionReplacer",
    "NumberReplacer",
)


class DropStatement(Operator):
    """A call whose answer nobody takes, or what is set on an object, does not happen."""

    def mutation_positions(self, node: Any) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """The statement itself."""
        first = node.get_first_leaf()
        alone = node.parent is not None and node.parent.type == "simple_stmt"
        called = node.type in ("atom_expr", "power") and node.children[-1].type == "trailer"
        kept = isinstance(node, ExprStmt) and "." in node.children[0].get_code()
        if alone and (called or kept) and node.children[-1].get_last_leaf().value and first.type != "string":
            yield node.start_pos, node.end_pos

    def mutate(self, node: Any, index: int) -> Any:
        """Nothing instead of it."""
        return Keyword("pass", node.start_pos, prefix=node.get_first_leaf().prefix)

    @classmethod
    def examples(cls) -> tuple[()]:
        """None: cosmic-ray's own documentation does not list it."""
        return ()


OPERATORS = {name: get_operator(f"core/{name}")() for name in NAMES} | {"DropStatement": DropStatement()}


class Place(NamedTuple):
    """One change that can be made: the nth place of an operator in a file."""

    file: str
    line: int
    operator: str
    number: int

    def source(self) -> str:
        """The whole file with the change in it; as it is where no operator is named."""
        text = Path(self.file).read_text(encoding="utf-8")
        return (mutate_code(text, OPERATORS[self.operator], self.number) or "") if self.operator else text


def places(file: Path) -> list[Place]:
    """Every change that can be made; a `*` among parameters is no multiplication, a cache's size no meaning."""
    nodes = list(ast_nodes(parso.parse(file.read_text(encoding="utf-8"))))
    return [
        Place(str(file), line, name, number)
        for name, operator in OPERATORS.items()
        for number, (node, line) in enumerate(
            (node, line) for node in nodes for (line, _), _ in operator.mutation_positions(node)
        )
        if not (node.type == "operator" and node.parent.type in ("parameters", "lambdef", "param"))
        if not (node.type == "number" and search_ancestor(node, "decorator"))
    ]
