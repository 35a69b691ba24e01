# The part of Flask-WTF we use, which ships without types.

from typing import Any

from flask import Flask
from wtforms import Form

class FlaskForm(Form):
    form_errors: list[str]
    def __init__(self, formdata: None = ..., **data: Any) -> None: ...
    def is_submitted(self) -> bool: ...
    def validate_on_submit(self) -> bool: ...

class CSRFProtect:
    def __init__(self, app: Flask) -> None: ...
