using System.Globalization;
using System.Text;

namespace Stemma.App.Ui.Stories;

/// <summary>Collects what a writer writes and tells it that it will be sent as UTF-8: XML says so of itself.</summary>
internal sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => Encoding.UTF8;
}
