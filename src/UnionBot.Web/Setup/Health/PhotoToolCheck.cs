using UnionBot.Services.Campaigns.Photos;

namespace UnionBot.Web.Setup.Health;

/// <summary>Photos of visits can be compared, kept and marked: ImageMagick reads our trial picture, and there is a font.</summary>
internal sealed class PhotoToolCheck(PhotoTool tool, PhotoRules rules) : IOperatorCheck
{
    public string Name => "photos";

    public bool OnlyWarns => true;

    public async Task<string?> FaultAsync(CancellationToken ct)
    {
        if (!await tool.IsPresentAsync(ct))
        {
            return "ImageMagick is missing, or reads our trial picture otherwise than expected: photos of visits are compared bit by bit only, copies " +
                "that were compressed anew are not found, none is shown or kept beyond half a year. apt-get install imagemagick, or set Photos:Tool.";
        }

        return PhotoFont.Find(rules) switch
        {
            { File: null } => "No font was found: copies of photos for reports cannot be made. apt-get install fonts-noto-cjk, or set Photos:Font.",
            { IsChinese: false } => "No font with Chinese letters was found: copies of photos for reports have letters and digits only. apt-get install fonts-noto-cjk, or set Photos:Font.",
            _ => null,
        };
    }
}
