"""What can go wrong in generating a graph.

GraphError
└── GenerateError               code GENERATE_FAILED
    ├── NumbersExhausted        NUMBERS_EXHAUSTED
    └── SizeInvalid             SIZE_INVALID
"""

from graph.errors import GraphError


class GenerateError(GraphError):
    code = "GENERATE_FAILED"


class NumbersExhausted(GenerateError):
    code = "NUMBERS_EXHAUSTED"


class SizeInvalid(GenerateError):
    code = "SIZE_INVALID"
