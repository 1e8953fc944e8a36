# Wie men is voor anderen.
person-dialog = Uw naam
person-dialog-help = Anderen zien bij uw versies wie ze schreef. Dit vragen we één keer.
person-dialog-accept = Gebruik deze naam
person-dialog-skip = Overslaan
