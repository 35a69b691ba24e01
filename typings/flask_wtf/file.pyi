from typing import Any

from werkzeug.datastructures import FileStorage
from wtforms import Field

class FileField(Field):
    data: FileStorage | None
    def __init__(self, label: str = ..., **options: Any) -> None: ...
