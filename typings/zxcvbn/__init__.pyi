from typing import TypedDict

class Result(TypedDict):
    score: int

def zxcvbn(password: str, user_inputs: list[str] | None = None, max_length: int = 72) -> Result: ...
